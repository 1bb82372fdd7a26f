package dev.assay.brokenhouse.run;

import dev.assay.brokenhouse.simulator.Simulator;

/** Only start-up may use the simulator. */
record UsesTheSimulator(Simulator simulator) {}
