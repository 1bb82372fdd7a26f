package dev.assay.identity;

import dev.assay.graphql.UserId;
import jakarta.inject.Singleton;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Everything that a person has, as the text of one JSON object, in parts that are read late. */
@Singleton
final class AccountExport {
  private final AccountRows own;
  private final List<AccountData> features;

  AccountExport(AccountRows own, List<AccountData> features) {
    this.own = own;
    this.features = features;
  }

  /** The text in parts. They can be gone through once. */
  Iterable<String> parts(UserId user) {
    Stream<String> account = Stream.of("{\n\"account\": ", own.account(user));
    Stream<String> rest =
        features.stream().flatMap(feature -> section(feature.name(), feature.export(user)));
    Iterator<String> parts =
        Stream.concat(Stream.concat(account, rest), Stream.of("\n}\n")).iterator();
    return () -> parts;
  }

  private static Stream<String> section(String name, Iterable<String> elements) {
    Stream<String> begin = Stream.of(",\n\"" + name + "\": [");
    boolean[] isFirst = {true};
    Stream<String> all =
        StreamSupport.stream(elements.spliterator(), false)
            .map(element -> {
              String separator = isFirst[0] ? "\n" : ",\n";
              isFirst[0] = false;
              return separator + element;
            });
    return Stream.concat(Stream.concat(begin, all), Stream.of("]"));
  }
}
