/** How much one document may ask for. Uses nothing but {@code error} and graphql-java. */
@NullMarked
package dev.assay.graphql.limit;

import org.jspecify.annotations.NullMarked;
