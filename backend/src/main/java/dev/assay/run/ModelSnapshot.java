package dev.assay.run;

import dev.assay.model.Model;
import dev.assay.provider.Protocol;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a run remembers of a model, whatever becomes of it.
 *
 * @param inputPricePerMillion US dollars for a million prompt tokens; null where unknown
 * @param outputPricePerMillion US dollars for a million completion tokens; null where unknown
 */
@Serdeable
public record ModelSnapshot(
    String name,
    String modelName,
    String endpointUrl,
    Protocol protocol,
    boolean isSimulated,
    @Nullable BigDecimal inputPricePerMillion,
    @Nullable BigDecimal outputPricePerMillion) {

  static ModelSnapshot of(Model model) {
    return new ModelSnapshot(
        model.name(),
        model.modelName(),
        model.endpointUrl(),
        model.protocol(),
        model.isSimulated(),
        model.metadata().inputPricePerMillion(),
        model.metadata().outputPricePerMillion());
  }
}
