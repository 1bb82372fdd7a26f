/**
 * A PostgreSQL server of our own, for those who bring none: its programs, its files, its start and
 * its end. Uses no other package.
 *
 * <p>The server runs beside this process, not within it, and must neither be lost nor be doubled.
 * So: whoever starts one holds the directory's lock for as long as it runs; what a killed process
 * left running is stopped before anything else; files appear under their final name only when they
 * are whole; and the server is started in a session of its own, so that Ctrl-C in a terminal
 * reaches us alone, who close the connections first.
 */
@NullMarked
package dev.assay.database.embedded;

import org.jspecify.annotations.NullMarked;
