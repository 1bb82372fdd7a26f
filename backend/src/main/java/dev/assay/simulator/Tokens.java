package dev.assay.simulator;

import java.util.List;

/** The tokens of an answer, reasoning first. */
sealed interface Tokens {
  int size();

  /** The token at {@code index}, from 0, when it is sent at this {@link System#nanoTime}. */
  String at(int index, long nanos);

  /** Whether the tokens are the same whenever they are sent. */
  default boolean fixed() {
    return true;
  }

  /** Tokens that are all known. */
  record Listed(List<String> list) implements Tokens {
    @Override
    public int size() {
      return list.size();
    }

    @Override
    public String at(int index, long nanos) {
      return list.get(index);
    }
  }

  /** {@code r0 r1 … 0 1 2 …}: order and completeness can be seen. */
  record Numbers(int size, int reasoning) implements Tokens {
    @Override
    public String at(int index, long nanos) {
      return index < reasoning ? "r" + index + " " : (index - reasoning) + " ";
    }
  }

  /** {@code exchange:index:nanoTime }: order and delay can be seen. */
  record Stamps(int size, long exchange) implements Tokens {
    @Override
    public String at(int index, long nanos) {
      return exchange + ":" + index + ":" + nanos + " ";
    }

    @Override
    public boolean fixed() {
      return false;
    }
  }

  /** The first of others. */
  record First(Tokens others, int size) implements Tokens {
    @Override
    public String at(int index, long nanos) {
      return others.at(index, nanos);
    }

    @Override
    public boolean fixed() {
      return others.fixed();
    }
  }

  /** Others, of which one is {@link Fault#HUGE_BYTES} long. */
  record WithHuge(Tokens others, int where) implements Tokens {
    @Override
    public int size() {
      return others.size();
    }

    @Override
    public String at(int index, long nanos) {
      return index == where ? "huge".repeat(Fault.HUGE_BYTES / 4) : others.at(index, nanos);
    }

    @Override
    public boolean fixed() {
      return others.fixed();
    }
  }
}
