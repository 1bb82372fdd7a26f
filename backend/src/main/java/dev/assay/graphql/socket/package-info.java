/**
 * GraphQL over a websocket, by the {@code graphql-transport-ws} protocol.
 *
 * <p>What a socket knows belongs to its channel's event loop: messages come in there, and every
 * frame goes out there. Documents are executed on virtual threads, one for each operation; they
 * reach the event loop through the socket's {@link dev.assay.graphql.socket.Outbox}, and the event
 * loop reaches them by asking for more or cancelling.
 */
@NullMarked
package dev.assay.graphql.socket;

import org.jspecify.annotations.NullMarked;
