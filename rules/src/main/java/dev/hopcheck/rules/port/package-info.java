/**
 * Rules about the ports of Services and of the pods behind them: Services and pods come in,
 * findings go out; they know no client and no Ingress.
 */
@NullMarked
package dev.hopcheck.rules.port;

import org.jspecify.annotations.NullMarked;
