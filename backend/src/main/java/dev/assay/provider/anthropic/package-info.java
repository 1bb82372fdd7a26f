/** Anthropic's Messages API. */
@NullMarked
package dev.assay.provider.anthropic;

import org.jspecify.annotations.NullMarked;
