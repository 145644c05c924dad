package org.alliedregistry.fuzz;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** One caller who sends what no client would, and has every answer judged. */
final class Fuzzer implements Runnable {

  private static final int MOST_FAULTS = 60;

  private final String name;
  private final Optional<String> token;
  private final int times;
  private final Requests requests;
  private final Judge judge;
  private final Line line;
  private final Set<String> neverRevoked;
  private final Map<Integer, Integer> statuses = new TreeMap<>();
  private final Map<String, String> faults = new TreeMap<>();

  Fuzzer(
      String name,
      Optional<String> token,
      int times,
      Requests requests,
      Judge judge,
      Line line,
      Set<String> neverRevoked) {
    this.name = name;
    this.token = token;
    this.times = times;
    this.requests = requests;
    this.judge = judge;
    this.line = line;
    this.neverRevoked = neverRevoked;
  }

  static Requests requests(long seed) {
    Random random = new Random(seed);
    return new Requests(random, new Known(random), Operation.all());
  }

  @Override
  public void run() {
    for (int i = 1; i <= times; i++) {
      Asked asked = requests.as(token, spared(requests.next()));
      send(asked);
      if (i % 1000 == 0) {
        System.out.println("fuzz: " + name + " " + i + " of " + times + ", answers " + statuses);
      }
    }
  }

  /** The tokens of the fuzzer itself are not revoked. */
  private Asked spared(Asked asked) {
    if (!asked.method().equals("DELETE")
        || neverRevoked.stream().noneMatch(asked.target()::contains)) {
      return asked;
    }
    String target = "/v1/tokens/" + new UUID(0, 0);
    return new Asked(
        "DELETE", target, asked.version(), asked.headers(), asked.body(), asked.coding());
  }

  private void send(Asked asked) {
    try {
      Answered answer = line.send(asked);
      statuses.merge(answer.status(), 1, Integer::sum);
      if (answer.status() < 300) {
        requests.known().learn(asked.target(), answer);
      }
      judge.fault(asked, answer).ifPresent(fault -> add(fault, asked));
    } catch (IOException | RuntimeException e) {
      add("no answer: " + e, asked);
    }
  }

  private void add(String fault, Asked asked) {
    String kind = fault.substring(0, Math.min(fault.length(), 90)).replaceAll("[0-9a-f-]{8,}", "#");
    if (faults.size() < MOST_FAULTS && !faults.containsKey(kind)) {
      String history = fault.substring(0, Math.min(fault.length(), 1500));
      faults.put(kind, history + "\n    asked by " + name + ": " + asked);
      System.out.println("fuzz: FAULT " + faults.get(kind));
    }
  }

  /** Asked before the rest, so that its names are known. */
  void ask(Asked asked) {
    send(requests.as(token, asked));
  }

  Map<String, String> faults() {
    return faults;
  }

  Map<Integer, Integer> statuses() {
    return statuses;
  }
}
