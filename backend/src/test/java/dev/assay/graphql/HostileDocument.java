package dev.assay.graphql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A document that is cheap to send and would be dear to answer. */
public record HostileDocument(String name, String text) {

  /** A request for it, in JSON. */
  public String request() {
    return "{\"query\":\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}";
  }

  @Override
  public String toString() {
    return name;
  }

  /** All of them. */
  public static List<HostileDocument> all() {
    List<HostileDocument> documents = new ArrayList<>();
    documents.add(
        new HostileDocument(
            "70,000 directives on one field", "{ hello " + "@a ".repeat(70_000) + "}"));
    documents.add(
        new HostileDocument(
            "10,000 aliases", "{ " + counted(10_000, i -> "a" + i + ": hello ") + "}"));
    documents.add(new HostileDocument("depth 10,000", "{ a".repeat(10_000) + " }".repeat(10_000)));
    documents.add(
        new HostileDocument(
            "circular fragments",
            "{ ...A } fragment A on Query { ...B hello } " + "fragment B on Query { ...A hello }"));
    documents.add(new HostileDocument("700,000 spaces", "{ hello" + " ".repeat(700_000) + "}"));
    documents.add(
        new HostileDocument(
            "a comment of 700,000 characters", "{ hello } #" + "x".repeat(700_000)));
    documents.add(
        new HostileDocument(
            "nested introspection",
            "{ __schema { types { "
                + "fields { type { ".repeat(15)
                + "name "
                + "} } ".repeat(15)
                + "} } }"));
    documents.add(
        new HostileDocument("the same field 10,000 times", "{ " + "hello ".repeat(10_000) + "}"));
    documents.add(
        new HostileDocument(
            "5,000 fragments in a row",
            "{ ...F0 } "
                + counted(5_000, i -> "fragment F" + i + " on Query { ...F" + (i + 1) + " } ")));
    documents.add(
        new HostileDocument(
            "fragments that double 40 times",
            "{ ...F0 } "
                + counted(
                    40,
                    i ->
                        "fragment F%d on Query { a: hello b: hello ...F%d ...F%d } "
                            .formatted(i, i + 1, i + 1))
                + "fragment F40 on Query { hello }"));
    documents.add(
        new HostileDocument(
            "fragments that unfold to a million fields",
            "{ books { ...F0 } } "
                + counted(
                    10,
                    i ->
                        "fragment F%d on Book { a: author { book { ...F%d } } b: author { book { ...F%d } } c: author { book { ...F%d } } } "
                            .formatted(i, i + 1, i + 1, i + 1))
                + "fragment F10 on Book { number }"));
    documents.add(
        new HostileDocument(
            "1,000 operations", counted(1_000, i -> "query Q" + i + " { hello } ")));
    documents.add(
        new HostileDocument(
            "1,000 variables",
            "query(" + counted(1_000, i -> "$v" + i + ": Int ") + ") { hello }"));
    documents.add(
        new HostileDocument(
            "990 conflicting fields",
            "{ " + counted(990, i -> "hello(name: \"" + i + "\") ") + "}"));
    documents.add(
        new HostileDocument(
            "an argument 10,000 objects deep",
            "{ echo(input: "
                + "{inner: ".repeat(10_000)
                + "1"
                + "}".repeat(10_000)
                + ") { text } }"));
    documents.add(
        new HostileDocument(
            "a million books", "{ page(first: 1000000) { nodes { number author { name } } } }"));
    documents.add(
        new HostileDocument("quotes without an end", "{ hello(name: \"" + "\\".repeat(90_000)));
    documents.add(new HostileDocument("braces without an end", "{".repeat(90_000)));
    return documents;
  }

  private static String counted(int count, IntFunction<String> text) {
    return IntStream.range(0, count).mapToObj(text).collect(Collectors.joining());
  }
}
