/** Says what is wrong between the workloads of one cluster; it must not know Services. */
@NullMarked
package dev.hopcheck.rules.workload;

import org.jspecify.annotations.NullMarked;
