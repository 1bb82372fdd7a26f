package dev.assay.simulator;

/** How an exchange ended, as the simulator saw it. */
public enum End {
  /** The whole response was handed to the client's connection. */
  COMPLETED,
  /** The client closed or reset its connection before the response was whole. */
  CLIENT_CLOSED,
  /** A fault ended the response, as the script wanted. */
  FAULT,
  /** The simulator itself was closed meanwhile. */
  SHUTDOWN
}
