package dev.assay.graphql.limit;

import dev.assay.error.AppException;
import dev.assay.error.ErrorCode;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import java.util.Locale;

/**
 * What one document may ask for. Whatever asks for more is {@code QUERY_TOO_COMPLEX}, before any of
 * it is executed.
 *
 * @param characters how long its text may be, in UTF-16 units
 * @param tokens how many tokens its text may have: names, punctuators, numbers and strings
 * @param aliases how many of its fields may have an alias
 * @param directives how many directives it may use
 * @param depth how deep its selections may be nested, fragments unfolded
 * @param fields how many fields it may select, fragments unfolded
 * @param cost how many values its answer may have, by {@link Cost}'s estimate
 * @param time how long it may be executed; what has not been done by then is not done
 */
@ConfigurationProperties("assay.graphql.limits")
public record DocumentLimits(
    @Bindable(defaultValue = "100000") int characters,
    @Bindable(defaultValue = "3000") int tokens,
    @Bindable(defaultValue = "100") int aliases,
    @Bindable(defaultValue = "50") int directives,
    @Bindable(defaultValue = "20") int depth,
    @Bindable(defaultValue = "1000") int fields,
    @Bindable(defaultValue = "50000") int cost,
    @Bindable(defaultValue = "30s") Duration time) {

  /** The error of a document that has more of something than it may. */
  static AppException exceeded(String what, int limit) {
    return tooComplex(
        String.format(
            Locale.ROOT, "The document has more than %,d %s. Ask for less.", limit, what));
  }

  static AppException tooComplex(String message) {
    return new AppException(ErrorCode.QUERY_TOO_COMPLEX, message);
  }
}
