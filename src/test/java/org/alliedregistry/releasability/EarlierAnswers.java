package org.alliedregistry.releasability;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Targets with the tags they were once answered with, pages that follow, events. */
record EarlierAnswers(
    List<Map.Entry<String, String>> tags, List<String> pages, List<String> events) {

  private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");
  private static final Pattern EVENT = Pattern.compile("\"id\":\"([0-9a-z]{8,13}-[0-9a-f]{16})\"");

  EarlierAnswers() {
    this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  }

  void keep(PairedRequest request, RawAnswer answer) {
    if (request.method().equals("GET") && answer.code() == 200) {
      answer.header("ETag").ifPresent(tag -> tags.add(Map.entry(request.target(), tag)));
      NEXT.matcher(answer.body()).results().forEach(next -> pages.add(next.group(1)));
      EVENT.matcher(answer.body()).results().forEach(event -> events.add(event.group(1)));
    }
  }
}
