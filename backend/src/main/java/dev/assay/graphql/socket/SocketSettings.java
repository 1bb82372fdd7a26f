package dev.assay.graphql.socket;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * Limits of a socket.
 *
 * @param initTimeout how long a client may take until it is acknowledged
 * @param idleTimeout how long a socket may live without any operation
 * @param stalledTimeout how long a reader may take nothing of what waits for it
 * @param pingEvery how often a socket is pinged; one that answers nothing three times over is dead
 * @param checkEvery how often all of this is looked at
 * @param maxMessageBytes how long a client's message may be, at most {@link #MAX_FRAME_BYTES}
 * @param maxMessagesPerSecond how many messages, pings included, a client may send in any second
 * @param maxOperations how many operations one socket may have at a time
 * @param maxPerCaller how many sockets one caller may have
 */
@ConfigurationProperties("assay.socket")
record SocketSettings(
    @Bindable(defaultValue = "10s") Duration initTimeout,
    @Bindable(defaultValue = "5m") Duration idleTimeout,
    @Bindable(defaultValue = "30s") Duration stalledTimeout,
    @Bindable(defaultValue = "20s") Duration pingEvery,
    @Bindable(defaultValue = "500ms") Duration checkEvery,
    @Bindable(defaultValue = "1048576") int maxMessageBytes,
    @Bindable(defaultValue = "500") int maxMessagesPerSecond,
    @Bindable(defaultValue = "100") int maxOperations,
    @Bindable(defaultValue = "50") int maxPerCaller) {

  /** The bound that the frame decoder keeps, whatever the settings say. */
  static final int MAX_FRAME_BYTES = 1 << 20;
}
