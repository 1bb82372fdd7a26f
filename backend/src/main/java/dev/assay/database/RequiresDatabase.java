package dev.assay.database;

import io.micronaut.context.annotation.Requires;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a bean, or with {@code @Configuration} a whole package of them, that cannot do without the
 * database. They are absent where {@code assay.database.enabled} is {@code false}, as in tests of
 * the transport alone.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PACKAGE})
@Requires(property = "assay.database.enabled", notEquals = "false")
public @interface RequiresDatabase {}
