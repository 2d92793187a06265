package fr.briseglace.notice;

import io.vertx.core.Future;

/** Something that takes messages to recipients. */
public interface NoticeChannel {
    /**
     * Sends one message. May send twice what it could not confirm, under the same id.
     *
     * @return what came of it; never a failed future, and always an answer within a bounded time
     */
    Future<Receipt> send(Message message);

    /** Gives back connections. */
    Future<Void> close();
}
