package dev.assay.run.batch;

/** How many answers of a batch stand where. */
record BatchProgress(
    int total, int pending, int running, int completed, int failed, int cancelled) {}
