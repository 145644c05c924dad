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
  private final RandomRequests requests;
  private final AnswerCheck check;
  private final FuzzConnection connection;
  private final Set<String> neverRevoked;
  private final Map<Integer, Integer> statuses = new TreeMap<>();
  private final Map<String, String> faults = new TreeMap<>();

  Fuzzer(
      String name,
      Optional<String> token,
      int times,
      RandomRequests requests,
      AnswerCheck check,
      FuzzConnection connection,
      Set<String> neverRevoked) {
    this.name = name;
    this.token = token;
    this.times = times;
    this.requests = requests;
    this.check = check;
    this.connection = connection;
    this.neverRevoked = neverRevoked;
  }

  static RandomRequests requests(long seed) {
    Random random = new Random(seed);
    return new RandomRequests(random, new KnownNames(random), Operation.all());
  }

  @Override
  public void run() {
    for (int i = 1; i <= times; i++) {
      FuzzRequest request = requests.as(token, spared(requests.next()));
      send(request);
      if (i % 1000 == 0) {
        System.out.println("fuzz: " + name + " " + i + " of " + times + ", answers " + statuses);
      }
    }
  }

  /** The tokens of the fuzzer itself are not revoked. */
  private FuzzRequest spared(FuzzRequest request) {
    if (!request.method().equals("DELETE")
        || neverRevoked.stream().noneMatch(request.target()::contains)) {
      return request;
    }
    String target = "/v1/tokens/" + new UUID(0, 0);
    return new FuzzRequest(
        "DELETE", target, request.version(), request.headers(), request.body(), request.coding());
  }

  private void send(FuzzRequest request) {
    try {
      FuzzAnswer answer = connection.send(request);
      statuses.merge(answer.status(), 1, Integer::sum);
      if (answer.status() < 300) {
        requests.known().learn(request.target(), answer);
      }
      check.fault(request, answer).ifPresent(fault -> add(fault, request));
    } catch (IOException | RuntimeException e) {
      add("no answer: " + e, request);
    }
  }

  private void add(String fault, FuzzRequest request) {
    String kind = fault.substring(0, Math.min(fault.length(), 90)).replaceAll("[0-9a-f-]{8,}", "#");
    if (faults.size() < MOST_FAULTS && !faults.containsKey(kind)) {
      String history = fault.substring(0, Math.min(fault.length(), 1500));
      faults.put(kind, history + "\n    asked by " + name + ": " + request);
      System.out.println("fuzz: FAULT " + faults.get(kind));
    }
  }

  /** Asked before the rest, so that its names are known. */
  void ask(FuzzRequest request) {
    send(requests.as(token, request));
  }

  Map<String, String> faults() {
    return faults;
  }

  Map<Integer, Integer> statuses() {
    return statuses;
  }
}
