package dev.assay.graphql;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * How each scalar reads and writes. What does not fit is an {@link IllegalArgumentException} in
 * plain words.
 */
final class ScalarValues {
  /** Of four digits; databases end somewhere behind it. */
  private static final int LAST_YEAR = 9999;

  /** Enough for any price; beyond it, digits are an attack on whoever prints them. */
  private static final int MAX_DIGITS = 50;

  private ScalarValues() {}

  static Object writeMoment(Object value) {
    return switch (value) {
      case Instant moment -> moment.truncatedTo(ChronoUnit.MICROS).toString();
      case OffsetDateTime moment -> writeMoment(moment.toInstant());
      default -> throw new IllegalArgumentException("A DateTime is made of an Instant.");
    };
  }

  static Object readMoment(Object value) {
    if (value instanceof String text) {
      try {
        OffsetDateTime moment = OffsetDateTime.parse(text);
        if (moment.getYear() >= 1 && moment.getYear() <= LAST_YEAR) {
          return moment.toInstant();
        }
      } catch (DateTimeException e) {
        // Falls through to the error that shows an example.
      }
    }
    throw new IllegalArgumentException("A DateTime looks like \"2026-11-21T05:40:00.123Z\".");
  }

  static Object writeLong(Object value) {
    if (value instanceof Number number) {
      return number.longValue();
    }
    throw new IllegalArgumentException("A Long is made of a number.");
  }

  static Object readLong(Object value) {
    try {
      return switch (value) {
        case Integer number -> number.longValue();
        case Long number -> number;
        case BigInteger number -> number.longValueExact();
        case BigDecimal number -> number.longValueExact();
        case String text -> Long.parseLong(text);
        default -> throw new IllegalArgumentException();
      };
    } catch (ArithmeticException | IllegalArgumentException e) {
      throw new IllegalArgumentException("A Long is a whole number of up to 64 bits.", e);
    }
  }

  static Object writeDecimal(Object value) {
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    throw new IllegalArgumentException("A Decimal is made of a BigDecimal.");
  }

  static Object readDecimal(Object value) {
    String text = value instanceof String || value instanceof Number ? value.toString() : "";
    if (text.length() <= MAX_DIGITS) {
      try {
        BigDecimal number = new BigDecimal(text);
        if (Math.abs((long) number.scale()) <= MAX_DIGITS) {
          return number;
        }
      } catch (NumberFormatException e) {
        // Falls through to the error that shows an example.
      }
    }
    throw new IllegalArgumentException("A Decimal looks like \"0.000140\".");
  }

  /** A text, a UUID, or a record that gives one UUID a type, such as {@code UserId}. */
  static Object writeId(Object value) {
    return value instanceof Record id ? TypedIds.valueOf(id).toString() : value.toString();
  }

  static Object readId(Object value) {
    return switch (value) {
      case String text -> text;
      case Integer number -> number.toString();
      case Long number -> number.toString();
      case BigInteger number -> number.toString();
      case UUID id -> id.toString();
      default -> throw new IllegalArgumentException("An ID is a string.");
    };
  }
}
