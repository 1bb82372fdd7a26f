package dev.assay.prompt;

import dev.assay.error.AppException;
import dev.assay.error.ErrorCode;
import java.util.function.Predicate;

/** Finds a name that is not taken, by trying. */
final class FreeName {
  private static final int MAX_TRIES = 1_000;

  private FreeName() {}

  /**
   * Tries a name with one ending, then with numbered ones, until it is taken up. The name is cut
   * where it would be too long. Throws {@code CONFLICT} where all tries were in vain.
   *
   * @param ending what the first try ends in
   * @param numbered what the others end in, with a place for a number from 2 on
   * @param takeUp takes a name and tells whether it was free
   */
  static void find(String name, String ending, String numbered, Predicate<String> takeUp) {
    boolean found = takeUp.test(with(name, ending));
    for (int number = 2; !found && number <= MAX_TRIES; number++) {
      found = takeUp.test(with(name, numbered.formatted(number)));
    }
    if (!found) {
      throw new AppException(ErrorCode.CONFLICT, "You have too many prompts named like this one.");
    }
  }

  private static String with(String name, String ending) {
    int room = PromptInputs.MAX_NAME - ending.length();
    if (name.length() <= room) {
      return name + ending;
    }
    boolean cutsPair = Character.isHighSurrogate(name.charAt(room - 1));
    return name.substring(0, cutsPair ? room - 1 : room) + ending;
  }
}
