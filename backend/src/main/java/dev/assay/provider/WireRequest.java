package dev.assay.provider;

import java.util.Map;

/**
 * A request as a model server reads it, without its key.
 *
 * @param headers besides those that say what the body and the answer are
 * @param keyHeader the header that a key goes into
 * @param keyPrefix what stands in it before the key
 * @param body JSON
 */
public record WireRequest(
    String address, Map<String, String> headers, String keyHeader, String keyPrefix, byte[] body) {}
