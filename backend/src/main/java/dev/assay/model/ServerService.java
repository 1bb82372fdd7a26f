package dev.assay.model;

import dev.assay.access.Access;
import dev.assay.access.Kind;
import dev.assay.access.Owner;
import dev.assay.database.Connection;
import dev.assay.database.PageRequest;
import dev.assay.error.AppException;
import dev.assay.error.ErrorCode;
import dev.assay.graphql.Caller;
import dev.assay.provider.AddressPolicy;
import dev.assay.provider.Endpoint;
import dev.assay.provider.Protocol;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Model servers. Every member sees them all, but never their keys; their owner and administrators
 * change them.
 */
@Singleton
public class ServerService {
  private final ServerRepository servers;
  private final ServerKeys keys;
  private final AddressPolicy addresses;

  ServerService(ServerRepository servers, ServerKeys keys, AddressPolicy addresses) {
    this.servers = servers;
    this.keys = keys;
    this.addresses = addresses;
  }

  /**
   * What becomes of a server. What is not given stays.
   *
   * @param maxConcurrency null takes the setting's
   * @param maintenance null ends it
   */
  record Change(
      ApiKeyChange apiKey,
      boolean hasMaxConcurrency,
      @Nullable Integer maxConcurrency,
      boolean hasMaintenance,
      @Nullable String maintenance) {}

  /** One server. Throws {@code NOT_FOUND}. */
  public ModelServer get(Caller caller, ServerId id) {
    ModelServer server = servers.find(Access.toRead(Kind.MODEL, caller), id);
    if (server == null) {
      throw AppException.notFound("model server");
    }
    return server;
  }

  /** A page of the servers that have models in the lists, by address. */
  public Connection<ModelServer> list(Caller caller, PageRequest page) {
    Access access = Access.toRead(Kind.MODEL, caller);
    return Connection.of(
        servers.page(access, page),
        page,
        server -> server.id().toString(),
        () -> servers.count(access));
  }

  /** A server's address with its key in clear text: keep it no longer than the asking takes. */
  Endpoint endpoint(ModelServer server) {
    return new Endpoint(URI.create(server.endpointUrl()), server.protocol(), keys.read(server));
  }

  /**
   * A server's address as it is stored. Throws {@link IllegalArgumentException} for what is none,
   * and for one where no model server may live.
   */
  String endpointUrl(String text, Protocol protocol) {
    String url = EndpointUrl.normalise(text, protocol);
    addresses.check(URI.create(url));
    return url;
  }

  /** The server if the caller may change it. Throws {@code NOT_FOUND} and {@code FORBIDDEN}. */
  ModelServer changeable(Caller caller, ServerId id) {
    ModelServer server = get(caller, id);
    requireChange(caller, server.owner(), "server");
    return server;
  }

  /** Throws {@code FORBIDDEN} unless the caller may change what this owner has. */
  static void requireChange(Caller caller, Owner owner, String what) {
    if (!Access.toChange(Kind.MODEL, caller).holdsFor(owner)) {
      throw new AppException(
          ErrorCode.FORBIDDEN,
          "Only the %s's owner or an administrator can change it.".formatted(what));
    }
  }

  @Transactional
  ModelServer update(Caller caller, ServerId id, Change change) {
    ModelServer server = changeable(caller, id);
    keys.change(id, server.endpointUrl(), change.apiKey());
    if (change.hasMaxConcurrency()) {
      servers.setMaxConcurrency(id, change.maxConcurrency());
    }
    if (change.hasMaintenance()) {
      servers.setMaintenance(id, change.maintenance());
    }
    return Objects.requireNonNull(servers.find(Access.toRead(Kind.MODEL, caller), id));
  }
}
