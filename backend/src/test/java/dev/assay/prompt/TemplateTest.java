package dev.assay.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {

  /** What is filled in for {@code x} is {@code 1}, for {@code 이름} {@code 2}, for all else 3. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "plain|plain|~~",
        "{{x}}|1|x",
        "a{{x}}b{{이름}}c{{x}}|a1b2c1|x,이름",
        "{{ x }}{{\tx\t}}|11|x",
        "{{x}|{{x}|~~",
        "{x}}|{x}}|~~",
        "{{}}|{{}}|~~",
        "{{ }}|{{ }}|~~",
        "{{a b}}|{{a b}}|~~",
        "{{a-b}}|{{a-b}}|~~",
        "{{a.b()}}|{{a.b()}}|~~",
        "{{{x}}}|{1}|x",
        "{{{{x}}}}|{{1}}|x",
        "{{x}}}}|1}}|x",
        "{{a{{x}}|{{a1|x",
        "{{|{{|~~",
        "{{x|{{x|~~",
        "\\{{x}}|{{x}}|~~",
        "\\\\{{x}}|\\1|x",
        "\\\\\\{{x}}|\\{{x}}|~~",
        "\\{{x}}{{x}}|{{x}}1|x",
        "\\{x}|\\{x}|~~",
        "a\\b\\|a\\b\\|~~",
        "{{_a1_}}|3|_a1_",
        "{{é}}{{한글_1}}{{नमस्ते}}|333|é,한글_1,नमस्ते",
        "{{😀}}|{{😀}}|~~",
      })
  void placesAreFoundAndFilled(String text, String filled, String names) {
    Template template = Template.of(text);
    Map<String, String> values =
        template.names().stream()
            .collect(
                Collectors.toMap(
                    name -> name, name -> Map.of("x", "1", "이름", "2").getOrDefault(name, "3")));

    assertThat(String.join(",", template.names())).isEqualTo(names);
    assertThat(template.fill(values)).isEqualTo(filled);
  }

  @Test
  void aValueIsNeverRead() {
    assertThat(Template.of("{{x}} {{y}}").fill(Map.of("x", "{{y}} \\{{", "y", "$1 {{x}}")))
        .isEqualTo("{{y}} \\{{ $1 {{x}}");
  }

  @Test
  void aNameHasUpToSixtyFourCharacters() {
    assertThat(Template.of("{{" + "한".repeat(64) + "}}").names()).hasSize(1);
    assertThat(Template.of("{{" + "한".repeat(65) + "}}").names()).isEmpty();
    assertThat(Template.of("{{" + "𝒜".repeat(64) + "}}").names()).hasSize(1);
  }

  @Test
  void manyBracesTakeNoTime() {
    long began = System.nanoTime();
    for (String piece : List.of("{{", "{", "\\{{", "{{x", "{{ ", "\\")) {
      Template.of(piece.repeat(10_240 / piece.length())).names();
    }
    assertThat(System.nanoTime() - began).isLessThan(1_000_000_000L);
  }

  /** Escaping every pair of braces gives the text back, whatever it is. */
  @RepeatedTest(200)
  void anEscapedTextMeansItself(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    String text =
        random
            .ints(random.nextInt(30), 0, 6)
            .mapToObj(i -> List.of("{", "}", "x", " ", "{{x}}", "가").get(i))
            .collect(Collectors.joining());
    String escaped = text.replace("{{", "\\{{");

    assertThat(Template.of(escaped).names()).isEmpty();
    assertThat(Template.of(escaped).fill(Map.of())).isEqualTo(text);
  }
}
