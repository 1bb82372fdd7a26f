/** Google's Gemini API. */
@NullMarked
package dev.assay.provider.gemini;

import org.jspecify.annotations.NullMarked;
