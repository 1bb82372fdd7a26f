package dev.assay.provider;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How long model servers are waited for, and how much is taken from them.
 *
 * @param connectTimeout until the connection stands
 * @param firstTokenTimeout from sending the request to the first byte of the answer's stream
 * @param idleTimeout between two bytes of the stream
 * @param maxLineBytes of one event; a single token is a few hundred
 * @param maxAnswerBytes of one answer's text and reasoning, as UTF-8
 */
@ConfigurationProperties("assay.upstream")
public record UpstreamSettings(
    @Bindable(defaultValue = "5s") Duration connectTimeout,
    @Bindable(defaultValue = "180s") Duration firstTokenTimeout,
    @Bindable(defaultValue = "60s") Duration idleTimeout,
    @Bindable(defaultValue = "1048576") int maxLineBytes,
    @Bindable(defaultValue = "8388608") int maxAnswerBytes) {}
