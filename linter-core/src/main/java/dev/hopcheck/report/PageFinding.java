package dev.hopcheck.report;

import dev.hopcheck.finding.Finding;
import org.jspecify.annotations.Nullable;

/**
 * A finding on a page.
 *
 * @param id the anchor
 * @param namespace of its resource, defaults included; empty where there is none
 * @param box id of the box that stands for its resource; null where none does
 */
record PageFinding(String id, Finding finding, String namespace, @Nullable String box) {}
