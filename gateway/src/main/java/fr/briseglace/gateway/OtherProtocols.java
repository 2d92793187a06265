package fr.briseglace.gateway;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.impl.Http1xServerConnection;

/**
 * Hangs up on whoever asks for another protocol in the form of HTTP/1 ({@code HTTP/0.9}, {@code RTSP/1.0}, anything
 * between slashes and dots). Any answer would name that protocol on its first line, and so repeat what was sent.
 */
final class OtherProtocols extends ChannelInboundHandlerAdapter {
    /** The last in the pipeline, by Vert.x's name: it makes a request of what was decoded. */
    private static final String REQUESTS = "handler";

    private boolean left;

    private OtherProtocols() {}

    /** Listens in on a new connection; HTTP/2 has no such line. */
    static void hangUp(HttpConnection connection) {
        if (connection instanceof Http1xServerConnection http) {
            http.channel().pipeline().addBefore(REQUESTS, null, new OtherProtocols());
        }
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // Nobody waits for the end of a connection that is given up.
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!left && message instanceof HttpRequest request && !spoken(request.protocolVersion())) {
            left = true;
            context.close();
        }
        if (left) {
            ReferenceCountUtil.release(message);
        } else {
            context.fireChannelRead(message);
        }
    }

    private static boolean spoken(HttpVersion version) {
        return version.equals(HttpVersion.HTTP_1_1) || version.equals(HttpVersion.HTTP_1_0);
    }
}
