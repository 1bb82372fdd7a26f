import dev.assay.simulator.Simulator;
import dev.assay.simulator.SimulatorSettings;

/**
 * The simulator as a process of its own. Prints the OpenAI base that it serves, and serves until it
 * is ended.
 */
public final class SimulatorMain {
  private SimulatorMain() {}

  /** Takes no arguments; the port is any free one. */
  public static void main(String[] arguments) throws InterruptedException {
    // The log of exchanges is for tests; here it would be ballast.
    Simulator simulator = Simulator.start(SimulatorSettings.onPort(0).withLoggedExchanges(1));
    System.out.println("ready " + simulator.baseUrl());
    Thread.currentThread().join();
  }
}
