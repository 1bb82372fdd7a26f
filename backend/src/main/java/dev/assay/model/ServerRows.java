package dev.assay.model;

import dev.assay.access.Owner;
import dev.assay.provider.Protocol;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a server is read with its health, alone or beside its models. */
final class ServerRows {
  /** What {@link #read} reads, of {@link #TABLES}. */
  static final String COLUMNS =
      """
      server.id as server_id, server.owner_type as server_owner_type, server.owner_id as server_owner_id,
      server.address, server.protocol, server.api_key_set_at, server.is_simulated, server.max_concurrency,
      server.maintenance, server.maintenance_since, server.created_at as server_created_at,
      server.updated_at as server_updated_at, health.status as health_status, health.since as health_since,
      health.checked_at, health.latency_ms, health.message as health_message
      """;

  /** A server and its health. */
  static final String TABLES =
      "model_server server left join server_health health on health.server_id = server.id";

  private ServerRows() {}

  static ModelServer read(ResultSet row) throws SQLException {
    return new ModelServer(
        new ServerId(row.getObject("server_id", UUID.class)),
        new Owner(
            Owner.Type.valueOf(row.getString("server_owner_type")),
            row.getObject("server_owner_id", UUID.class)),
        row.getString("address"),
        Protocol.valueOf(row.getString("protocol")),
        instant(row, "api_key_set_at"),
        row.getBoolean("is_simulated"),
        row.getObject("max_concurrency", Integer.class),
        maintenance(row),
        health(row),
        row.getTimestamp("server_created_at").toInstant(),
        row.getTimestamp("server_updated_at").toInstant());
  }

  private static @Nullable Maintenance maintenance(ResultSet row) throws SQLException {
    String message = row.getString("maintenance");
    return message == null
        ? null
        : new Maintenance(message, Objects.requireNonNull(instant(row, "maintenance_since")));
  }

  private static ServerHealth health(ResultSet row) throws SQLException {
    String status = row.getString("health_status");
    return new ServerHealth(
        status == null ? HealthStatus.UNKNOWN : HealthStatus.valueOf(status),
        instant(row, "health_since"),
        instant(row, "checked_at"),
        row.getObject("latency_ms", Double.class),
        row.getString("health_message"));
  }

  /** A moment; null where the column is. */
  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp time = row.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }
}
