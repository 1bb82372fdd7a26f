package dev.assay.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {

  @Test
  void theyAreUuidsOfVersion7() {
    UUID id = Ids.next();

    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
  }

  @Test
  void eachIsGreaterThanThoseBefore() {
    List<String> ids = Stream.generate(Ids::next).limit(100_000).map(UUID::toString).toList();

    assertThat(ids).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void threadsNeverGetTheSame() {
    assertThat(IntStream.range(0, 100_000).parallel().mapToObj(i -> Ids.next()).toList())
        .doesNotHaveDuplicates();
  }
}
