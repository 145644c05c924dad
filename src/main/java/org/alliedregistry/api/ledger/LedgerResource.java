package org.alliedregistry.api.ledger;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.alliedregistry.domain.record.EntryStamp;
import org.alliedregistry.http.read.Costly;
import org.alliedregistry.ledger.Ledger;
import org.alliedregistry.ledger.Verification;
import org.alliedregistry.security.token.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Path("/v1/ledger")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.SECRETARIAT)
class LedgerResource {

  /** The last entry of the ledger. */
  @Schema(
      name = "LedgerHead",
      description = "The last entry. Its hash covers everything recorded before it.")
  public record Head(
      @Schema(description = "Its number, from 1 without gaps.") long sequence,
      @Schema(description = "SHA-256 in hexadecimal, over the entry and the previous hash.")
          String hash,
      Instant recordedAt) {

    static Head of(EntryStamp stamp) {
      return new Head(stamp.sequence(), stamp.hash(), stamp.at());
    }
  }

  /** Whether the rows are unchanged since they were recorded. */
  @Schema(name = "LedgerVerification")
  public record Verified(
      boolean verified,
      @Schema(description = "The number of entries that were compared with the stored rows.")
          long entries,
      Head head,
      @Schema(
              description =
                  "The first hundred rows that differ from what was recorded, by sequence.")
          List<RowFault> faults) {}

  /** A row that was changed, moved or added. */
  @Schema(name = "LedgerFault")
  public record RowFault(long sequence, Verification.Kind kind, String detail) {}

  private final Ledger ledger;

  LedgerResource(Ledger ledger) {
    this.ledger = ledger;
  }

  @GET
  @Path("head")
  @Operation(operationId = "getLedgerHead", summary = "The head of the hash chain")
  public Head head() {
    return Head.of(ledger.head());
  }

  @GET
  @Costly
  @Path("verification")
  @Operation(
      operationId = "verifyLedger",
      summary = "Compute the hash chain from the stored rows, and list each row that is wrong")
  public Verified verification() {
    Verification verification = ledger.verify();
    return new Verified(
        verification.isVerified(),
        verification.head().sequence(),
        Head.of(verification.head()),
        verification.faults().stream()
            .map(fault -> new RowFault(fault.sequence(), fault.kind(), fault.detail()))
            .toList());
  }
}
