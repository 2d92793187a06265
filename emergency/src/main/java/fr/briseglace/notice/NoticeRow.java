package fr.briseglace.notice;

import fr.briseglace.law.AccessMode;
import fr.briseglace.notice.Recipient.Kind;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a notice reads out of, and settles into, its row. */
final class NoticeRow {
    private NoticeRow() {}

    /** What is written back of one notice. */
    record Settled(
            UUID patientId,
            UUID noticeId,
            int attempts,
            String state,
            @Nullable String failure,
            long delayMillis) {}

    /** The notice of a claimed row; empty where the row says nothing that could be sent. */
    static Optional<Notice> read(Row row) {
        try {
            Channel channel = Channel.of(text(row, "channel"));
            return Optional.of(new Notice(
                    new Notice.Key(row.getUUID("patient_id"), row.getUUID("notice_id")),
                    channel,
                    address(row, channel),
                    audience(row, channel),
                    facts(row),
                    row.getInteger("attempts"),
                    Duration.ofMillis(row.getLong("age"))));
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    /** A letter's address begins with whom it is for. */
    private static String address(Row row, Channel channel) {
        String address = text(row, "address");
        String name = row.getString("recipient_name");
        return channel == Channel.LETTER && name != null ? name + "\n" + address : address;
    }

    /** A claimed row to park because it cannot be read, or sent nowhere. */
    static Settled unreadable(Row row) {
        return new Settled(
                row.getUUID("patient_id"),
                row.getUUID("notice_id"),
                row.getInteger("attempts"),
                "parked",
                (row.getString("address") == null ? Failure.ADDRESS_MISSING : Failure.UNREADABLE).code(),
                0);
    }

    /** An outcome as it is written. */
    static Settled settled(Outcome outcome) {
        Notice notice = outcome.notice();
        UUID patient = notice.key().patientId();
        UUID id = notice.key().noticeId();
        return switch (outcome) {
            case Outcome.Sent sent -> new Settled(patient, id, notice.attempts(), "sent", null, 0);
            case Outcome.Retry retry ->
                new Settled(
                        patient,
                        id,
                        notice.attempts(),
                        "pending",
                        retry.failure().code(),
                        retry.delay().toMillis());
            case Outcome.Parked parked ->
                new Settled(
                        patient,
                        id,
                        notice.attempts(),
                        "parked",
                        parked.failure().code(),
                        0);
        };
    }

    private static Audience audience(Row row, Channel channel) {
        Kind kind = Kind.of(text(row, "recipient"));
        boolean overheard = channel == Channel.EMAIL || channel == Channel.SMS || channel == Channel.PORTAL;
        return switch (kind) {
            case PATIENT -> overheard ? new Audience.Anybody() : new Audience.Holder();
            case REPRESENTATIVE -> overheard ? new Audience.Anybody() : new Audience.Guardian(givenName(row));
            case GP ->
                overheard
                        ? new Audience.Anybody()
                        : new Audience.Practice(
                                text(row, "birth_name"), givenName(row), required(row.getLocalDate("birth_date")));
            case PRIVACY_OFFICER -> new Audience.Oversight(row.getUUID("record_id"));
        };
    }

    private static NoticeFacts facts(Row row) {
        return new NoticeFacts(
                text(row, "professional_name"),
                text(row, "profession"),
                text(row, "structure_name"),
                required(AccessMode.of(text(row, "mode"))),
                required(row.getOffsetDateTime("at")).toInstant(),
                text(row, "kind").equals("refused"),
                Language.of(text(row, "language")),
                Residence.zone(List.of(required(row.getArrayOfStrings("postal_address")))));
    }

    private static String givenName(Row row) {
        return required(row.getArrayOfStrings("given_names")[0]);
    }

    private static String text(Row row, String column) {
        return required(row.getString(column));
    }

    private static <T> T required(@Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("a column is empty");
        }
        return value;
    }
}
