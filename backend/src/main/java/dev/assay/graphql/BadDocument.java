package dev.assay.graphql;

import dev.assay.error.ErrorCode;
import graphql.GraphQLError;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a document, in words for people: graphql-java's message without its rule's
 * name and without the Java objects that it prints.
 *
 * @param field the argument at fault, such as {@code input.iterations}; null where it is not about
 *     one
 */
record BadDocument(String message, @Nullable String field) {
  private static final Pattern RULE =
      Pattern.compile("^Validation error \\([^)]*\\) ?: ?", Pattern.CASE_INSENSITIVE);
  private static final Pattern ARGUMENT =
      Pattern.compile(
          "^argument '([^']+)' with value '.*' (must|is|contains) (.*)$", Pattern.DOTALL);
  private static final Pattern MISSING = Pattern.compile("^Missing field argument '([^']+)'$");
  private static final Pattern NULL =
      Pattern.compile("^Null value for non-null field argument '([^']+)'$");
  private static final Pattern MISSING_FIELD =
      Pattern.compile("^missing required fields '\\[(\\w+).*");
  private static final Pattern INSIDE =
      Pattern.compile(" - .*(AST type|Value\\{).*", Pattern.DOTALL);

  /** A message may quote the document; nobody needs all of it back. */
  private static final int MAX_MESSAGE = 400;

  static BadDocument of(GraphQLError error) {
    String message = RULE.matcher(shortened(error)).replaceFirst("").strip();
    Matcher argument = ARGUMENT.matcher(message);
    if (argument.matches()) {
      return argument(
          argument.group(1), argument.group(2), INSIDE.matcher(argument.group(3)).replaceFirst(""));
    }
    for (Pattern pattern : new Pattern[] {MISSING, NULL}) {
      Matcher matcher = pattern.matcher(message);
      if (matcher.matches()) {
        return new BadDocument(message + ".", matcher.group(1));
      }
    }
    return new BadDocument(message.endsWith(".") ? message : message + ".", null);
  }

  private static String shortened(GraphQLError error) {
    String message = String.valueOf(error.getMessage());
    return message.length() <= MAX_MESSAGE ? message : message.substring(0, MAX_MESSAGE) + "…";
  }

  private static BadDocument argument(String argument, String verb, String rest) {
    Matcher missing = MISSING_FIELD.matcher(rest);
    String field = missing.matches() ? argument + "." + missing.group(1) : argument;
    return new BadDocument("Argument '%s' %s %s.".formatted(argument, verb, rest), field);
  }

  Map<String, Object> extensions() {
    Map<String, Object> extensions = new LinkedHashMap<>();
    extensions.put("code", ErrorCode.BAD_USER_INPUT);
    if (field != null) {
      extensions.put("field", field);
    }
    return extensions;
  }
}
