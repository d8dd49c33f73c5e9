import {chromium} from '@playwright/test';
const b=await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox']});
const p=await b.newPage({viewport:{width:640,height:302}});
await p.goto('http://127.0.0.1:8341/raftarium/embed.html?scenario=two-leaders&t=900&views=cluster'); await p.waitForTimeout(1500);
console.log(await p.evaluate(()=>{const e=document.querySelector('.why__sentence');return [getComputedStyle(e).fontFamily,getComputedStyle(document.documentElement).getPropertyValue('--font-voice'), e.parentElement.outerHTML.slice(0,300)]}));
await b.close();
