/*
 * The language of expectations, and of WHO on the command line. The text is one line; a line never
 * goes on in the next one, so that an error in one is none in another.
 */
grammar Flows;

line
    : statement EOF
    ;

whoAlone
    : who EOF
    ;

statement
    : FROM who TO target=word (OVER protocol=word)? outcome               # flow
    | RESOLVE name=word FROM who GIVES answer                             # lookup
    | SERVICE name=word (IN namespace=word)? claim                        # service
    | EVERY SERVICE (IN namespace=word)? HAS ENDPOINTS                    # everyService
    | NAMESPACE namespace=word                                            # inNamespace
    ;

who
    : OUTSIDE (VIA node=word)?
    | NODE node=word
    | POD LABELS selector=word (IN namespace=word)?
    | reference=word (IN namespace=word)?
    ;

claim
    : SELECTS selection
    | HAS count=word? ENDPOINTS
    ;

outcome
    : SUCCEEDS
    | FAILS (WITH cause=word)?
    | REACHES who (COMMA who)* (PORT port=word)?
    | LEAVES THE CLUSTER
    ;

answer
    : ALIAS OF word
    | PODS OF who
    | word ADDRESSES?
    ;

selection
    : NOTHING
    | (EXACTLY | AT LEAST)? who (COMMA who)*
    ;

/* Any word may be a name, also one that has a meaning elsewhere in the line. */
word
    : WORD | STRING
    | FROM | TO | OVER | SUCCEEDS | FAILS | WITH | REACHES | PORT | LEAVES | THE | CLUSTER
    | RESOLVE | GIVES | ALIAS | PODS | OF | ADDRESSES
    | SERVICE | SELECTS | NOTHING | EXACTLY | AT | LEAST | HAS | ENDPOINTS | EVERY
    | IN | NAMESPACE | OUTSIDE | VIA | NODE | POD
    ;

FROM : 'from' ;
TO : 'to' ;
OVER : 'over' ;
SUCCEEDS : 'succeeds' ;
FAILS : 'fails' ;
WITH : 'with' ;
REACHES : 'reaches' ;
PORT : 'port' ;
LEAVES : 'leaves' ;
THE : 'the' ;
CLUSTER : 'cluster' ;
RESOLVE : 'resolve' ;
GIVES : 'gives' ;
ALIAS : 'alias' ;
PODS : 'pods' ;
OF : 'of' ;
ADDRESSES : 'addresses' | 'address' ;
SERVICE : 'service' ;
SELECTS : 'selects' ;
NOTHING : 'nothing' ;
EXACTLY : 'exactly' ;
AT : 'at' ;
LEAST : 'least' ;
HAS : 'has' ;
ENDPOINTS : 'endpoints' | 'endpoint' ;
EVERY : 'every' ;
IN : 'in' ;
NAMESPACE : 'namespace' ;
OUTSIDE : 'outside' ;
VIA : 'via' ;
NODE : 'node' ;
POD : 'pod' ;
LABELS : '-l' ;

COMMA : ',' ;
STRING : '"' ~["\r\n]* '"' ;
/* A comma within a word is part of it (a selector), one behind a word is not. */
WORD : CHARACTER (CHARACTER | '#' | ',' CHARACTER)* ;
COMMENT : '#' ~[\r\n]* -> skip ;
BLANK : [ \t\r\n]+ -> skip ;
/* What fits nothing, such as a quote that is never closed: the parser says where it stands. */
OTHER : . ;

fragment CHARACTER : ~[ \t\r\n,"#] ;
