package dev.assay.run.export;

import dev.assay.model.EndpointUrl;
import dev.assay.model.ModelId;
import dev.assay.provider.Protocol;
import dev.assay.run.ModelSnapshot;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what a lane of a document tells of its model. */
final class SnapshotReader {
  private static final Set<String> NAMES =
      Set.of(
          "name",
          "modelName",
          "endpointUrl",
          "protocol",
          "isSimulated",
          "inputPricePerMillion",
          "outputPricePerMillion");
  private static final int MAX_NAME_BYTES = 2_000;
  private static final int MAX_URL_BYTES = 4_000;

  private SnapshotReader() {}

  /** A model and the id that it had where the document was written. */
  record Read(@Nullable ModelId id, ModelSnapshot snapshot) {}

  static Read read(Node lane) {
    UUID id = lane.idOrNull("modelId");
    return new Read(
        id == null ? null : new ModelId(id), snapshot(lane.object("modelSnapshot", NAMES)));
  }

  private static ModelSnapshot snapshot(Node node) {
    Protocol protocol = node.oneOf("protocol", Protocol.values());
    return new ModelSnapshot(
        node.text("name", MAX_NAME_BYTES),
        node.text("modelName", MAX_NAME_BYTES),
        address(node, protocol),
        protocol,
        node.isTrue("isSimulated"),
        node.amountOrNull("inputPricePerMillion"),
        node.amountOrNull("outputPricePerMillion"));
  }

  private static String address(Node node, Protocol protocol) {
    String text = node.text("endpointUrl", MAX_URL_BYTES);
    try {
      return EndpointUrl.normalise(text, protocol);
    } catch (IllegalArgumentException e) {
      throw node.bad("endpointUrl", String.valueOf(e.getMessage()));
    }
  }
}
