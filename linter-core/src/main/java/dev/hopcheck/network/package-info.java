/**
 * Takes a cluster and gives what it does with traffic: nodes, pods with addresses, endpoints, DNS
 * answers and the tables that translate addresses; it must not know who asks.
 */
@NullMarked
package dev.hopcheck.network;

import org.jspecify.annotations.NullMarked;
