package dev.assay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.FakeMachine.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./assay} on a machine whose Maven, Node and JDK are made by hand. */
class StartScriptTest {
  private static final String MAVEN =
      """
      case "$*" in *package*)
        echo built >>builds
        mkdir -p backend/target && touch backend/target/assay.jar
      esac
      echo 'Apache Maven 3.8.7'
      """;

  /** It makes caches and, as the service, says how it was started. */
  private static final String JAVA =
      """
      case "$1" in
        */Rehearsal.java) echo made >>rehearsals; echo cache >"$3" ;;
        *) echo pid=$$; echo "java $*"; env ;;
      esac
      """;

  private static final String WITH_CACHE =
      "java .*-XX:AOTCache=\\S+/backend/target/assay-\\d+\\.aot .*-jar ";

  @TempDir Path folder;
  private FakeMachine machine;

  @BeforeEach
  void setUp() throws IOException {
    machine =
        FakeMachine.in(folder)
            .jdk(25, JAVA)
            .command("mvn", MAVEN)
            .command("node", "echo v20.19.0")
            .command("npm", "");
  }

  @Test
  void theServiceTakesTheProcessOver() throws Exception {
    Ended ended = machine.assay(Map.of());

    assertThat(ended.status()).isZero();
    assertThat(ended.output()).contains("pid=" + ended.pid() + "\n");
  }

  @Test
  void itBuildsWhenASourceChangedComesOrGoes() throws Exception {
    assertThat(buildsAfterStart()).isEqualTo(1);
    assertThat(buildsAfterStart()).isEqualTo(1);

    machine.write("repository/backend/src/main/a", "changed");
    assertThat(buildsAfterStart()).isEqualTo(2);

    machine.write("repository/frontend/new", "");
    assertThat(buildsAfterStart()).isEqualTo(3);

    Files.delete(machine.repository().resolve("frontend/new"));
    assertThat(buildsAfterStart()).isEqualTo(4);

    machine.write("repository/frontend/node_modules/made", "by the build");
    assertThat(buildsAfterStart()).isEqualTo(4);
  }

  @Test
  void aCacheIsMadeOnceForAJarAndStartedWith() throws Exception {
    assertThat(machine.assay(Map.of()).output()).containsPattern(WITH_CACHE);
    assertThat(machine.assay(Map.of()).output()).containsPattern(WITH_CACHE);
    assertThat(lines("rehearsals")).isEqualTo(1);

    machine.write("repository/backend/src/main/a", "changed");
    assertThat(machine.assay(Map.of()).output()).containsPattern(WITH_CACHE);
    assertThat(lines("rehearsals")).isEqualTo(2);
  }

  @Test
  void anotherJdkGetsACacheOfItsOwn() throws Exception {
    machine.assay(Map.of(), "--build");
    machine.write("jdk/release", "JAVA_VERSION=\"25.0.2\"\n");

    assertThat(machine.assay(Map.of()).output()).containsPattern(WITH_CACHE);
    assertThat(lines("rehearsals")).isEqualTo(2);
  }

  @Test
  void aCacheThatCannotBeMadeIsTriedOnceAndTheServiceStartsWithout() throws Exception {
    machine.jdk(25, JAVA.replace("echo cache >\"$3\"", "exit 1"));

    assertThat(machine.assay(Map.of()).output()).contains("pid=").doesNotContain("AOTCache");
    assertThat(machine.assay(Map.of()).output()).contains("pid=").doesNotContain("AOTCache");
    assertThat(lines("rehearsals")).isEqualTo(1);
  }

  @Test
  void aFailedBuildShowsItsErrorsAndStartsNothing() throws Exception {
    machine.command(
        "mvn", "echo 'Apache Maven 3.8.7'; case $* in *package*) echo '[ERROR] no'; exit 1; esac");

    Ended ended = machine.assay(Map.of());

    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.output()).contains("[ERROR] no").doesNotContain("pid=");
  }

  @Test
  void settingsInTheFileReachTheServiceAndAreNeverExecuted() throws Exception {
    machine.write(
        "repository/.env",
        """
        # a comment
        PORT=9000   # another
        export ASSAY_DATA="/my data"
        DATABASE_URL='postgresql://a:b#c@d/e?f=g'
        ENCRYPTION_KEY=$(touch executed)`touch executed`
        """);

    Ended ended = machine.assay(Map.of("PORT", "7000"));

    assertThat(ended.output().lines())
        .contains(
            "PORT=7000",
            "ASSAY_DATA=/my data",
            "DATABASE_URL=postgresql://a:b#c@d/e?f=g",
            "ENCRYPTION_KEY=$(touch executed)`touch executed`");
    assertThat(machine.repository().resolve("executed")).doesNotExist();
  }

  @Test
  void aLineOfTheFileThatIsNoSettingStopsTheStart() throws Exception {
    machine.write("repository/.env", "PATH;touch executed=1\n");

    Ended ended = machine.assay(Map.of());

    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.output()).contains("not NAME=value: PATH;touch executed=1");
  }

  @Test
  void anOldMavenIsNamedWithTheCommandThatInstallsANewOne() throws Exception {
    machine.command("mvn", "echo 'Apache Maven 3.6.3'");

    Ended ended = machine.assay(Map.of());

    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.output())
        .matches("assay: Maven 3.8.7 or newer is missing. Install it: .*maven\n");
  }

  @Test
  void anOldNodeIsNamedWithTheCommandThatInstallsANewOne() throws Exception {
    machine.command("node", "echo v18.20.4");

    Ended ended = machine.assay(Map.of());

    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.output())
        .matches("assay: Node 20.19 or newer.* is missing. Install it: .*node.*\n");
  }

  @Test
  void anOldJdkInJavaHomeIsPassedOver() throws Exception {
    machine.jdk(17, "");

    Ended ended = machine.assay(Map.of(), "--jdk");

    Path found = Path.of(ended.output().strip());
    assertThat(found).isNotEqualTo(folder.resolve("jdk"));
    assertThat(found.resolve("release"))
        .content()
        .containsPattern("JAVA_VERSION=\"(2[5-9]|[3-9].)");
  }

  @Test
  void helpNamesEverySetting() throws Exception {
    Ended ended = machine.assay(Map.of(), "--help");

    assertThat(ended.output()).contains("PORT", "HOST", "DATABASE_URL", "ASSAY_DATA");
  }

  private long buildsAfterStart() throws Exception {
    machine.assay(Map.of());
    return lines("builds");
  }

  private long lines(String file) throws IOException {
    return Files.readString(machine.repository().resolve(file)).lines().count();
  }
}
