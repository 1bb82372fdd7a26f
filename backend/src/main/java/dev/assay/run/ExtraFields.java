package dev.assay.run;

import dev.assay.error.AppException;
import dev.assay.provider.ChatProviders;
import dev.assay.provider.JsonObject;
import dev.assay.provider.Parameters;
import dev.assay.provider.Protocol;
import dev.assay.run.StartRun.LaneDraft;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Keeps {@code parameters.extra} from setting what a request to the lane's server holds already.
 * Which fields those are is the protocol's to say: {@code thinking} is one server's own, and to
 * another a field like any.
 */
@Singleton
final class ExtraFields {
  private final ChatProviders providers;

  ExtraFields(ChatProviders providers) {
    this.providers = providers;
  }

  /** Throws {@code BAD_USER_INPUT} that names the first such field. */
  void check(Protocol protocol, Parameters shared, LaneDraft lane) {
    Parameters asked = shared.overlaidBy(lane.parameters());
    JsonObject extra = asked.extra();
    if (extra == null) {
      return;
    }
    Set<String> taken = providers.of(protocol).ownFields(asked);
    for (String name : extra.fields().keySet()) {
      if (taken.contains(name)) {
        String owner = lane.parameters().extra() == null ? "input." : lane.path();
        throw AppException.badInput(
            owner + "parameters.extra." + name,
            "A request to %s has the field %s already; an extra field cannot set it."
                .formatted(protocol.server(), name));
      }
    }
  }
}
