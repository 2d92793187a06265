package fr.briseglace.notice;

import fr.briseglace.notice.RelayedChannelContract.Manners;
import fr.briseglace.post.TestService;

/** Manners of a server, in HTTP. */
final class HttpManners {
    private HttpManners() {}

    /**
     * What a server of such manners answers.
     *
     * @param unknown status by which it says that it does not know the recipient
     */
    static String answer(Manners manners, String unknown) {
        return switch (manners) {
            case SILENT -> TestService.SILENT;
            case DROPS_AFTER_TAKING -> TestService.HANG_UP;
            case BUSY -> TestService.status("503 Service Unavailable");
            case UNWILLING -> TestService.status("401 Unauthorized");
            case KNOWS_NOBODY -> TestService.status(unknown);
            case GARBAGE -> "220 relay ESMTP\r\n\r\n";
            case ENDLESS -> "HTTP/1.1 200 OK\r\nContent-Length: 9999999999\r\n\r\n" + "x".repeat(200_000);
        };
    }
}
