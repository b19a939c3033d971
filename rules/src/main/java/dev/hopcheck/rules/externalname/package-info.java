/** Rules about ExternalName Services: Services come in, findings go out; they know no client. */
@NullMarked
package dev.hopcheck.rules.externalname;

import org.jspecify.annotations.NullMarked;
