/**
 * Pages for what reading and admission report, so that it can be explained like any rule: nothing
 * comes in, documentation goes out; there is no check here.
 */
@NullMarked
package dev.hopcheck.rules.pages;

import org.jspecify.annotations.NullMarked;
