/** The examples of {@code docs/integrations.md}, as programs outside run them. */
@NullMarked
package dev.assay.integration;

import org.jspecify.annotations.NullMarked;
