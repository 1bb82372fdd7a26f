/**
 * The database: embedded or given, its pool, its migrations, and how the packages above read and
 * write it. Uses floor 0.
 *
 * <p>A table belongs to one repository: a package-private singleton that holds its SQL as text
 * blocks, runs it through {@link dev.assay.database.Sql} and reads rows into records. Transactions
 * stand on the service's public methods, which need a class that is not final, and never span
 * network I/O:
 *
 * <pre>{@code
 * @Singleton
 * public class PromptService {
 *   @Transactional // io.micronaut.transaction.annotation
 *   public Prompt create(...) {...}
 * }
 * }</pre>
 *
 * <p>Traps. Within a class, a call to its own {@code @Transactional} method begins no transaction.
 * Many rows at once are arrays: {@code select * from unnest(?::uuid[], ?::text[])} and {@code where
 * id = any(?)}, bound with {@code Connection.createArrayOf}. A {@code jsonb} column is written as a
 * text behind {@code cast(? as jsonb)} and read as a text. A null needs a type where PostgreSQL
 * cannot infer one: {@code cast(? as uuid) is null}. The operator {@code ?} of jsonb is written
 * {@code ??}.
 */
@NullMarked
package dev.assay.database;

import org.jspecify.annotations.NullMarked;
