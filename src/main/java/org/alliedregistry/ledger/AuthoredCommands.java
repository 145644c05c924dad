package org.alliedregistry.ledger;

import java.util.List;

/**
 * Commands of one author whose entries are recorded at one instant.
 *
 * @param commands each is decided on the snapshot with the entries of those before it
 */
public record AuthoredCommands(String author, List<WriteCommand> commands) {

  public AuthoredCommands {
    commands = List.copyOf(commands);
  }
}
