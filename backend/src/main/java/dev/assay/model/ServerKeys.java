package dev.assay.model;

import dev.assay.database.RequiresDatabase;
import dev.assay.error.AppException;
import dev.assay.model.ServerRepository.StoredKey;
import dev.assay.secret.Secrets;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The API keys of model servers: encrypted where they lie, and bound to their server's address. */
@Singleton
@RequiresDatabase
class ServerKeys {
  private static final Logger LOG = LoggerFactory.getLogger(ServerKeys.class);
  private final ServerRepository servers;
  private final Secrets secrets;

  ServerKeys(ServerRepository servers, Secrets secrets) {
    this.servers = servers;
    this.secrets = secrets;
  }

  /** A server's key in clear text; null where it has none. */
  @Nullable String read(ModelServer server) {
    byte[] key = server.hasApiKey() ? servers.apiKey(server.id()) : null;
    return key == null ? null : secrets.decrypt(key, server.endpointUrl());
  }

  void change(ServerId server, String address, ApiKeyChange change) {
    if (change.isGiven()) {
      String key = change.value();
      servers.setApiKey(server, key == null ? null : secrets.encrypt(key, address));
    }
  }

  /**
   * Takes a key along to another server that has none. A key belongs to a host: it moves to another
   * port or path, and is never sent to another host.
   */
  void move(ModelServer from, ServerId to, String address) {
    boolean sameHost =
        Objects.equals(URI.create(from.endpointUrl()).getHost(), URI.create(address).getHost());
    String key = sameHost ? read(from) : null;
    if (key != null && servers.apiKey(to) == null) {
      servers.setApiKey(to, secrets.encrypt(key, address));
    }
  }

  /**
   * Encrypts with the first of the {@code ENCRYPTION_KEY}s what another of them encrypted, so that
   * the others can be taken away. Beside the start, which does not wait for it.
   */
  @EventListener
  void renew(ServerStartupEvent event) {
    Thread.ofVirtual().name("key-renewal").start(this::renew);
  }

  private void renew() {
    List<StoredKey> old =
        servers.apiKeys().stream().filter(key -> !secrets.isCurrent(key.encrypted())).toList();
    long renewed = old.stream().filter(this::renew).count();
    if (renewed > 0) {
      LOG.info("{} stored API keys were encrypted with the new ENCRYPTION_KEY", renewed);
    }
    if (renewed < old.size()) {
      LOG.warn(
          "{} stored API keys can be decrypted with none of the ENCRYPTION_KEYs: put the one back"
              + " that they were encrypted with, or enter them again",
          old.size() - renewed);
    }
  }

  private boolean renew(StoredKey old) {
    try {
      String plain = secrets.decrypt(old.encrypted(), old.address());
      servers.replaceApiKey(old, secrets.encrypt(plain, old.address()));
      return true;
    } catch (AppException e) {
      return false;
    }
  }
}
