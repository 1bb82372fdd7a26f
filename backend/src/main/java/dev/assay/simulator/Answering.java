package dev.assay.simulator;

/** A reply that takes time. All calls come from its connection's event loop. */
interface Answering {
  void start();

  /** The client reads again after it was too slow. */
  default void writable() {}

  /** The connection is gone; nothing more may be sent. */
  void abandon();
}
