using System.Text.Json;
using Baton.Slack.StandIn;

namespace Baton.EndToEnd.Slack.Pictures;

/// <summary>A page with what somebody sees: a message, a thread, a modal, a Home. Its look is our own, and plain; Slack's differs.</summary>
internal static class BlockPage
{
    private const string Style = """
        body{margin:0;background:#fff;font:14px/1.45 'Noto Sans','Noto Sans CJK JP',sans-serif;color:#1d1c1d}
        #shot{width:620px;padding:14px 18px;box-sizing:border-box}
        .message{display:grid;grid-template-columns:36px 1fr;gap:10px;margin-bottom:12px}
        .avatar{width:34px;height:34px;border-radius:6px;background:#1f3a5f;color:#fff;text-align:center;font:700 18px/34px sans-serif}
        .who b{font-size:14px}.who span{color:#616061;font-size:11px;margin-left:4px}
        .reply{margin-left:26px}
        h1{font-size:17px;margin:6px 0 2px}
        .block{margin:5px 0}.context{color:#616061;font-size:12px}
        .actions{display:flex;flex-wrap:wrap;gap:8px;margin-top:9px}
        .button{border:1px solid #bbb;border-radius:5px;padding:4px 11px;font-weight:700;font-size:13px}
        .button.primary{background:#007a5a;border-color:#007a5a;color:#fff}.button.danger{color:#b3123f;border-color:#b3123f}
        hr{border:0;border-top:1px solid #ddd;margin:9px 0}
        ul{margin:2px 0 2px 18px;padding:0}
        table{border-collapse:collapse;margin:7px 0;font-size:13px}td{border:1px solid #ddd;padding:3px 9px}
        .modal{border:1px solid #bbb;border-radius:9px;padding:14px 18px}.modal h2{font-size:17px;margin:0 0 8px}
        .modal .foot{display:flex;justify-content:flex-end;gap:8px;border-top:1px solid #ddd;padding-top:10px;margin-top:12px}
        .box,.select{border:1px solid #888;border-radius:4px;padding:5px 9px;color:#616061;margin-top:3px}.tall{min-height:54px}
        i{display:inline-block;width:14px;height:14px;vertical-align:-2px;text-align:center;font:700 11px/14px sans-serif;color:#fff}
        .white_check_mark{background:#2e9e4f;border-radius:3px}.white_check_mark::after{content:'✓'}
        .warning{background:#e8a400;clip-path:polygon(50% 0,100% 100%,0 100%)}.warning::after{content:'!'}
        .red_circle{background:#d92b2b;border-radius:50%}
        .select::after{content:'▾';float:right}.optional{color:#616061}
        """;

    /// <summary>Messages one below the other; those after the first are replies when they are in its thread.</summary>
    public static string Messages(bool japanese, params SeenMessage[] messages) => Page(japanese, string.Concat(messages.Select((message, i) =>
        $"<div class='message{(i > 0 && message.ThreadTs is not null ? " reply" : "")}'><div class=avatar>B</div><div><div class=who><b>Baton</b><span>APP</span></div>{new BlockHtml(japanese).Of(message.Blocks!.Value)}</div></div>")));

    /// <summary>A modal.</summary>
    public static string Modal(bool japanese, SeenView view) => Page(japanese, $"""
        <div class=modal><h2>{RichTextHtml.Html(view.Title)}</h2>{new BlockHtml(japanese).Of(view.Body.GetProperty("blocks"))}
        <div class=foot><span class=button>{Word(view, "close")}</span><span class='button primary'>{Word(view, "submit")}</span></div></div>
        """);

    /// <summary>A Home.</summary>
    public static string Home(bool japanese, SeenView view) => Page(japanese, new BlockHtml(japanese).Of(view.Body.GetProperty("blocks")));

    private static string Word(SeenView view, string name) => RichTextHtml.Html(view.Body.GetProperty(name).GetProperty("text").GetString()!);

    private static string Page(bool japanese, string body) =>
        $"<!doctype html><html lang={(japanese ? "ja" : "en")}><meta charset=utf-8><style>{Style}</style><div id=shot>{body}</div></html>";
}
