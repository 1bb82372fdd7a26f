package dev.assay.provider;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextCleanerTest {
  private final TextCleaner cleaner = new TextCleaner();

  @Test
  void ordinaryTextIsHandedOnAsItIs() {
    String piece = "배송 a\n";
    assertThat(cleaner.clean(piece)).isSameAs(piece);
  }

  @Test
  void aPairThatTheServerCutIsJoinedAgain() {
    assertThat(cleaner.clean("a\uD83D")).isEqualTo("a");
    assertThat(cleaner.clean("\uDE00b")).isEqualTo("😀b");
  }

  @Test
  void whatPostgresCannotStoreIsReplaced() {
    assertThat(cleaner.clean("a\0b\uDE00c")).isEqualTo("a\uFFFDb\uFFFDc");
    assertThat(cleaner.clean("\uD83Dx")).isEqualTo("\uFFFDx");
    assertThat(TextCleaner.cleanWhole("end\uD83D")).isEqualTo("end\uFFFD");
  }
}
