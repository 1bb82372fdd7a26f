package dev.assay.run.code;

import dev.assay.provider.Protocol;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes Java, for {@code java Ask.java}. */
final class JavaCode {
  /** A constant of a class file has less than 65,536 bytes. */
  private static final int MAX_CONSTANT_BYTES = 60_000;

  /** As many characters never have more bytes than that. */
  private static final int PIECE = 20_000;

  private JavaCode() {}

  static String of(Asked asked) {
    StringBuilder headers = new StringBuilder();
    asked
        .wire()
        .headers()
        .forEach((name, value) ->
            headers.append("            .header(%s, %s)\n".formatted(text(name), text(value))));
    return """
    // java Ask.java
    import java.net.URI;
    import java.net.http.HttpClient;
    import java.net.http.HttpRequest;
    import java.net.http.HttpResponse;
    import java.util.regex.Matcher;
    import java.util.regex.Pattern;
    import java.util.stream.Stream;

    public class Ask {
      static final String BODY = %s;

      public static void main(String[] args) throws Exception {
        HttpRequest.Builder request =
            HttpRequest.newBuilder(URI.create(%s))
                .header("Content-Type", "application/json")
    %s            .POST(HttpRequest.BodyPublishers.ofString(BODY));
        String key = System.getenv("%s");
        if (key != null) {
          request.header(%s, %s + key);
        }
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpResponse<Stream<String>> response =
            client.send(request.build(), HttpResponse.BodyHandlers.ofLines());
        if (response.statusCode() != 200) {
          response.body().forEach(System.err::println);
          System.exit(1);
        }
        response.body().filter(line -> line.startsWith("data:")).forEach(Ask::print);
        System.out.println();
      }

      /** Prints what an event holds of the answer. */
      static void print(String event) {
        Matcher text = Pattern.compile(%s).matcher(event);
        while (text.find()) {
          System.out.print(unescape(text.group(1)));
        }
        System.out.flush();
      }

      static String unescape(String json) {
        return Pattern.compile("\\\\\\\\(?:u(\\\\p{XDigit}{4})|(.))")
            .matcher(json)
            .replaceAll(escape -> Matcher.quoteReplacement(character(escape.group(1), escape.group(2))));
      }

      static String character(String code, String letter) {
        if (code != null) {
          return String.valueOf((char) Integer.parseInt(code, 16));
        }
        return switch (letter) {
          case "n" -> "\\n";
          case "r" -> "\\r";
          case "t" -> "\\t";
          case "b" -> "\\b";
          case "f" -> "\\f";
          default -> letter;
        };
      }
    }
    """
        .formatted(
            body(Literals.JSON.write(asked.body(), "")),
            text(asked.wire().address()),
            headers,
            asked.keyVariable(),
            text(asked.wire().keyHeader()),
            text(asked.wire().keyPrefix()),
            text(
                "\"%s\"\\s*:\\s*\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\""
                    .formatted(asked.protocol() == Protocol.OPENAI ? "content" : "text")));
  }

  private static String body(String json) {
    if (json.getBytes(StandardCharsets.UTF_8).length > MAX_CONSTANT_BYTES) {
      return "String.join(\n          \"\",\n          %s)"
          .formatted(String.join(",\n          ", pieces(json)));
    }
    String indent = "      ";
    String escaped = json.replace("\\", "\\\\").replace("\"\"\"", "\\\"\"\"");
    return "\n%s\"\"\"\n%s%s\n%s\"\"\""
        .formatted(indent, indent, escaped.replace("\n", "\n" + indent), indent);
  }

  private static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    for (int at = 0; at < text.length(); ) {
      int end = Math.min(at + PIECE, text.length());
      if (Character.isHighSurrogate(text.charAt(end - 1))) {
        end--;
      }
      pieces.add(text(text.substring(at, end)));
      at = end;
    }
    return pieces;
  }

  private static String text(String text) {
    return Literals.JSON.text(text);
  }
}
