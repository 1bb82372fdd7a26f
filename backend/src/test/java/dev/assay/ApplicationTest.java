package dev.assay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ApplicationTest {
  @Test
  void dataStandsInTheHomeFolderUnlessToldOtherwise() {
    String home = System.getProperty("user.home") + "/.assay";

    assertThat(Application.data(null)).isEqualTo(home);
    assertThat(Application.data(" ")).isEqualTo(home);
    assertThat(Application.data("/srv/assay")).isEqualTo("/srv/assay");
  }
}
