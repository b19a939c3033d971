/**
 * Takes what users write about their cluster and their runs and gives facts and choices; it must
 * not know the pipeline.
 */
@NullMarked
package dev.hopcheck.config;

import org.jspecify.annotations.NullMarked;
