"""The HTML of a section, as the parser writes it."""

PROSE = {
    "zh": """<p>由阿联酋的研究所 <strong>TII</strong> 训练，是 <a href="/models/falcon-40b/">Falcon 40B</a> 的放大版，
引入<em>多查询注意力</em>来提高可扩展性。在 4096 块 GPU 上用 Amazon SageMaker 训练了约 700 万 GPU 小时，
吃下 3.5 万亿 token，规模约为 Llama 2 的 2.5 倍。
<sup id="fnref:1"><a href="#fn:1" class="footnote-ref" role="doc-noteref">1</a></sup></p>
<blockquote><p>“许可不包括托管用途”：想把它做成服务出租，需要另外谈一份许可。</p></blockquote>
<ul><li><a href="https://example.org/blog">官方博客</a></li><li>权重在 <code>tiiuae/falcon-180B</code></li></ul>
<h3 id="how-to-run">怎样运行</h3>
<p>半精度需要 640 GB 显存，量化到 4 位后约 320 GB。</p>
<pre><code class="language-python">from transformers import AutoTokenizer
model = "tiiuae/falcon-180B"
</code></pre>
<div class="table-scroll" tabindex="0"><table><thead><tr><th>数据</th><th>占比</th></tr></thead><tbody>
<tr><td>RefinedWeb</td><td>约 85%</td></tr>
<tr><td>对话、论文与代码</td><td>约 15%</td></tr></tbody></table></div>""",
    "en": """<p>Trained by the institute <strong>TII</strong> in the Emirates, it is a larger
<a href="/en/models/falcon-40b/">Falcon 40B</a> with <em>multi-query attention</em> for scale. Training took about seven
million GPU-hours on up to 4,096 GPUs and read 3.5 trillion tokens; the model is some two and a half times
the size of Llama 2.<sup id="fnref:1"><a href="#fn:1" class="footnote-ref" role="doc-noteref">1</a></sup></p>
<blockquote><p>“Hosting use is excluded”: whoever wants to rent it out needs a licence of its own.</p></blockquote>
<ul><li><a href="https://example.org/blog">Announcement</a></li><li>Weights: <code>tiiuae/falcon-180B</code></li></ul>
<h3 id="how-to-run">How to run it</h3>
<p>Half precision takes 640 GB of memory; four bits take about 320 GB.</p>
<pre><code class="language-python">from transformers import AutoTokenizer
model = "tiiuae/falcon-180B"
</code></pre>
<div class="table-scroll" tabindex="0"><table><thead><tr><th>Data</th><th>Share</th></tr></thead><tbody>
<tr><td>RefinedWeb</td><td>about 85%</td></tr>
<tr><td>Dialogue, papers, code</td><td>about 15%</td></tr></tbody></table></div>""",
}

ENDNOTES = """<div class="footnotes" role="doc-endnotes">
<hr>
<ol>
<li id="fn:1"><p>TII, 2023. <a href="#fnref:1" class="footnote-backref" role="doc-backlink" aria-label="1">↩</a></p>
</li>
</ol>
</div>
"""
