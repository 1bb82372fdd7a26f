package dev.assay.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "postgresql://me:pw@db:5433/assay | jdbc:postgresql://db:5433/assay | me | pw",
        "postgres://me:pw@db/assay | jdbc:postgresql://db/assay | me | pw",
        "postgresql://db/assay | jdbc:postgresql://db/assay | - | -",
        "postgresql://me@db/assay | jdbc:postgresql://db/assay | me | -",
        "postgresql://me:p%40%2F%3A%25+w@db/a | jdbc:postgresql://db/a | me | p@/:%+w",
        "postgresql://me:p@w:x@db/a | jdbc:postgresql://db/a | me | p@w:x",
        "postgresql://%EB%82%98:%EB%84%88@db/%EA%B0%80 | jdbc:postgresql://db/%EA%B0%80 | 나 | 너",
        "postgresql://me:pw@[::1]:5432/a | jdbc:postgresql://[::1]:5432/a | me | pw",
        "postgresql://me:pw@a:1,b:2/x | jdbc:postgresql://a:1,b:2/x | me | pw",
        "postgresql://db/x?user=me&password=p%26w | jdbc:postgresql://db/x | me | p&w",
        "postgresql://db/x?sslmode=require&application_name=a%20b"
            + " | jdbc:postgresql://db/x?sslmode=require&ApplicationName=a+b | - | -",
      })
  void isReadAsLibpqReadsIt(String url, String jdbc, String user, String password) {
    assertThat(DatabaseUrl.parse(url)).isEqualTo(new DatabaseUrl(jdbc, user, password));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mysql://me:secret@db/assay",
        "me:secret@db/assay",
        "postgresql://me:secret@db",
        "postgresql://me:secret@/assay",
        "postgresql://me:secret/@db/assay",
        "postgresql://me:secret#@db/assay",
        "postgresql://me:secret%zz@db/assay",
        "postgresql://me:secret%@db/assay",
        "postgresql://db/assay?secret",
        "postgresql://db/assay?=secret"
      })
  void aBadOneIsToldWithoutItsPassword(String url) {
    assertThatThrownBy(() -> DatabaseUrl.parse(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("DATABASE_URL cannot be used: ")
        .hasMessageNotContaining("secret")
        .hasNoCause();
  }

  @Test
  void itsTextHoldsNoPassword() {
    assertThat(DatabaseUrl.parse("postgresql://me:secret@db/assay"))
        .hasToString("jdbc:postgresql://db/assay as me");
  }
}
