package dev.assay.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OpaqueTest {
  @Test
  void aTextHasTwoHundredFiftySixBits() {
    String text = Opaque.next();

    assertThat(text).matches("[A-Za-z0-9_-]{43}");
    assertThat(Base64.getUrlDecoder().decode(text)).hasSize(32);
  }

  /** Each bit is one in about half of many texts. */
  @Test
  void everyBitIsDrawnByLot() {
    List<byte[]> texts =
        Stream.generate(Opaque::next).limit(2_000).map(Base64.getUrlDecoder()::decode).toList();

    for (int i = 0; i < 256; i++) {
      int bit = i;
      long ones = texts.stream().filter(it -> (it[bit / 8] >> (bit % 8) & 1) == 1).count();
      assertThat(ones).as("bit %d", bit).isBetween(800L, 1_200L);
    }
  }

  @Test
  void noTwoAreAlike() {
    Set<String> texts = Set.copyOf(Stream.generate(Opaque::next).limit(10_000).toList());

    assertThat(texts).hasSize(10_000);
  }

  @Test
  void onlyTheSameTextHasTheSameHash() {
    assertThat(Opaque.hash("one")).hasSize(32).isEqualTo(Opaque.hash("one"));
    assertThat(Opaque.hash("one")).isNotEqualTo(Opaque.hash("One"));
  }
}
